export {
	type ColumnsResult,
	type ListColumn,
	type ListColumns,
	decideColumns,
	namedInVain,
	recognised
} from './columns';
export { cooperativeMessage, publishableCode } from './cooperative-code';
export { mapHelp } from './help';
export { type ListMap, type MapFault, parseListMap } from './map';
export { ListError, type ListProblem, problemText } from './problem';
export { wordOf } from './programmes';
export { CONSTANTS_OF, type ListRole } from './roles';
export { FAULTS_OF, LIST_RULES, type ListRule, faultNumber } from './rules';
export { listText, ruleText } from './words';
