import { getLocale } from '$lib/i18n/locale';
import { placesToFind } from './names.server';

export const load = async () => ({ places: await placesToFind(getLocale()) });
