import { describe, expect, it } from 'vitest';
import { withoutEvaluation } from '$lib/engine/method-caller';

/** What embind writes for a call of two values, and what it gives to it. */
const BODY = (call: string) =>
	`return function (obj, func, destructorsRef, args) {\n  var rv = ${call};\n  return emval_returnValue(retType, destructorsRef, rv);\n};\n`;
const number = { argPackAdvance: 8, readValueFromPointer: (at: number) => at };

describe('a call that DuckDB writes as code', () => {
	const Stand = withoutEvaluation(Function);

	it('is made without evaluating any', () => {
		const make = (Stand as (...parts: string[]) => unknown)(
			'retType',
			'argType0',
			'argType1',
			'emval_returnValue',
			BODY('func.call(obj, arg0, arg1)')
		) as (...parts: unknown[]) => (...parts: unknown[]) => unknown;
		const call = make('type', number, number, (type: unknown, _: unknown, value: unknown) => [
			type,
			value
		]);
		function sum(this: { base: number }, a: number, b: number) {
			return this.base + a + b;
		}
		expect(call({ base: 1000 }, sum, null, 16)).toEqual(['type', 1000 + 16 + 24]);
	});

	it('is the only code that is taken', () => {
		expect(() => (Stand as (...parts: string[]) => unknown)('return 1')).toThrow(EvalError);
		expect(() => new Stand('a', 'return a')).toThrow(EvalError);
		expect((() => undefined) instanceof Stand).toBe(true);
	});
});
