/** The style sheets of the site, in cascade order. */
import '../../../../../components/tokens.css';
import '../../../../../components/swatch.css';
import '../../../../../components/card/card.css';
import '../../../../../components/ui.css';
import '../../../../../components/pages/entry.css';
import '../../../../../components/dates/dates.css';
import '../site.css';
