export { PAD_PARAMETERS, padsOf } from './hmac';
export { cooperativeSql, finishSql, linkedSql, mergeSql } from './merge';
export {
	COOPERATIVE_CODE,
	COOPERATIVE_KEY,
	FAULTY,
	PLACE,
	STAGE,
	WORD,
	WORK_TABLES,
	validTable
} from './names';
export type { Issuer } from './nik';
export { notesSql, settleSql, workTables, zeroesSql } from './settle';
export { type StageQuestion, keySql, keyTexts, stageSql, textsSql } from './stage';
