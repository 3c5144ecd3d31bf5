/** The role of each column of a table: our guess beside sample cells, for the user to correct. */
import { useId, useState } from 'preact/hooks';
import { hasNames, mappingOf } from '../../lib/formats/column-mapping.ts';
import { IGNORED, type Mapping, type SampleColumn, type TableSample } from '../../lib/formats/mapping-model.ts';
import { ROLES } from '../../lib/formats/table-columns.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { Tick } from '../controls.tsx';

interface ColumnMappingProps {
  t: Translate;
  table: TableSample;
  hint: string;
  /** Reads the table again with the user's mapping. */
  read: (mapping: Mapping | undefined) => void;
}

const USES = [...ROLES, IGNORED] as const;
const roleKey = (role: SampleColumn['role']): MessageKey => `mapping_role_${role.replace(' ', '_')}` as MessageKey;

export function ColumnMapping({ t, table, hint, read }: ColumnMappingProps) {
  const [columns, setColumns] = useState(table.columns);
  const id = useId();
  const say = (name: string, role: SampleColumn['role']) =>
    setColumns(columns.map((column) => (column.name === name ? { ...column, role } : column)));
  return (
    <fieldset class="mapping">
      <legend>{t('mapping_title')}</legend>
      <p class="hint">{hint}</p>
      <Tick
        on={table.hasHeader}
        // Without a header the columns have other names, so the table is read again.
        change={(hasHeader) => read(hasHeader ? undefined : { hasHeader, roles: withNumbers(columns) })}
      >
        {t('mapping_header')}
      </Tick>
      <ul>
        {columns.map(({ name, role, cells }, k) => (
          <li key={name}>
            <label for={`${id}-${k}`}>{name}</label>
            <select
              id={`${id}-${k}`}
              class="field"
              value={role}
              onChange={(event) => say(name, USES.find((use) => use === event.currentTarget.value) ?? IGNORED)}
            >
              {USES.map((use) => (
                <option key={use} value={use}>
                  {t(roleKey(use))}
                </option>
              ))}
            </select>
            <span class="hint">{cells.length > 0 ? t('mapping_cells', cells.join('; ')) : ''}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="btn line"
        disabled={!hasNames({ ...table, columns })}
        onClick={() => read(mappingOf({ ...table, columns }))}
      >
        {t('mapping_again')}
      </button>
    </fieldset>
  );
}

/** The same roles for the names that columns without a header get. */
const withNumbers = (columns: readonly SampleColumn[]): Mapping['roles'] =>
  Object.fromEntries(columns.map(({ role }, k) => [`column_${k + 1}`, role]));
