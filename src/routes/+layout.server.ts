import { siteDataset } from './dataset.server';

export const load = () => ({ dataset: siteDataset() });
