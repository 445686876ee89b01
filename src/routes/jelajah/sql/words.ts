import { m } from '$lib/i18n/paraglide/messages';
import type { Trouble } from '$lib/sql/trouble';

/** What DuckDB objects to, in the page's language. */
export function troubleWords({ kind, about }: Trouble): string {
	const name = about === '' ? '…' : about;
	switch (kind) {
		case 'syntax':
			return about === '' ? m.sql_trouble_syntax() : m.sql_trouble_syntax_near({ name });
		case 'unfinished':
			return m.sql_trouble_unfinished();
		case 'no_table':
			return m.sql_trouble_no_table({ name });
		case 'no_own_table':
			return m.sql_trouble_no_own_table({ name });
		case 'no_column':
			return m.sql_trouble_no_column({ name });
		case 'no_function':
			return m.sql_trouble_no_function({ name });
		case 'extension':
			return m.sql_trouble_extension({ name });
		case 'group_by':
			return m.sql_trouble_group_by({ name });
		case 'types':
			return m.sql_trouble_types({ name });
		case 'ambiguous':
			return m.sql_trouble_ambiguous({ name });
		case 'conversion':
			return m.sql_trouble_conversion({ name });
		case 'range':
			return m.sql_trouble_range();
		case 'read_only':
			return m.sql_trouble_read_only({ name });
		case 'no_file':
			return m.sql_trouble_no_file({ name });
		case 'exists':
			return m.sql_trouble_exists({ name });
		case 'constraint':
			return m.sql_trouble_constraint({ name });
		case 'no_base_table':
			return m.sql_trouble_no_base_table({ name });
		case 'values':
			return m.sql_trouble_values({ name });
		case 'depends':
			return m.sql_trouble_depends({ name });
		case 'no_type':
			return m.sql_trouble_no_type({ name });
		case 'other':
			return m.sql_trouble_other();
	}
}
