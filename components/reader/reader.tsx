/** The reader: a bar, the entries of the document, and the document. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FindBar } from './find-bar.tsx';
import { OpenScreen } from './open-screen.tsx';
import { ReaderBar } from './reader-bar.tsx';
import { ReaderRail } from './reader-rail.tsx';
import type { ReaderProps, ShownDocument } from './reader-props.ts';

export function Reader(props: ReaderProps) {
  const { lookup, stage, shown } = props;
  const [isOver, setOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (file) props.openFile(file);
      else if (text) props.openText(text);
    },
  };
  return (
    <div class={isOver ? 'reader ui is-over' : 'reader ui'} {...drop}>
      {stage ? (
        <div class="scroll" lang={lookup.lang}>
          <OpenScreen {...props} t={lookup.t} stage={stage} />
        </div>
      ) : (
        shown && <Open {...props} shown={shown} />
      )}
    </div>
  );
}

function Open(props: ReaderProps & { shown: ShownDocument }) {
  const { lookup, shown } = props;
  const [isFinding, setFinding] = useState(false);
  const [hasRail, setRail] = useState(() => window.innerWidth >= 640);
  const findField = useRef<HTMLInputElement>(null);
  const closeFind = () => {
    props.find('');
    setFinding(false);
    focusDocument(shown.host);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (altKey || !(ctrlKey || metaKey)) return;
      if (key === 'f') {
        setFinding(true);
        findField.current?.select();
      } else if (shown.paged && (key === '+' || key === '=')) props.zoom(1);
      else if (shown.paged && key === '-') props.zoom(-1);
      else if (shown.paged && key === '0') props.fitWidth();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shown.paged !== null]);
  return (
    <>
      <ReaderBar
        {...props}
        isFinding={isFinding}
        toggleFind={() => (isFinding ? closeFind() : setFinding(true))}
        hasRail={hasRail}
        toggleRail={() => setRail(!hasRail)}
      />
      {isFinding && (
        <FindBar
          t={lookup.t}
          lang={lookup.lang}
          field={findField}
          find={props.find}
          findNext={props.findNext}
          close={closeFind}
        />
      )}
      <div class={hasRail ? 'reader-main with-rail' : 'reader-main'}>
        {hasRail && <ReaderRail {...props} />}
        <Host element={shown.host} />
      </div>
    </>
  );
}

/** Lets keys scroll the document, without a ring around it. */
const focusDocument = (element: HTMLElement): void => element.focus({ preventScroll: true, focusVisible: false });

/** Shows an element that other code draws. */
function Host({ element }: { element: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null);
  // Runs before other effects: a document is scrolled as soon as it is shown.
  useLayoutEffect(() => {
    place.current?.replaceChildren(element);
    focusDocument(element);
    // Firefox keeps an element in memory that is removed with the focus it got from a field.
    return () => element.blur();
  }, [element]);
  return <div class="reader-place" ref={place} />;
}
