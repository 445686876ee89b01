/** A type of embind's, as far as a call needs it. */
interface WireType {
	argPackAdvance: number;
	readValueFromPointer(pointer: number): unknown;
}

type ReturnValue = (type: unknown, destructors: unknown, value: unknown) => unknown;
type MethodCaller = (
	object: unknown,
	called: (...values: unknown[]) => unknown,
	destructors: unknown,
	values: number
) => unknown;

/**
 * DuckDB tells how far a query is by a call for which its program writes JavaScript and evaluates it.
 * The site's policy refuses that, and the query would end with it. This stands in the place of
 * `Function` in the worker: it makes the one kind of call that is written there, and no other.
 * @throws EvalError for any other code
 */
export function withoutEvaluation(original: FunctionConstructor): FunctionConstructor {
	function stand(...parts: string[]): unknown {
		const body = parts.at(-1) ?? '';
		if (
			parts[0] !== 'retType' ||
			!body.startsWith('return function (obj, func, destructorsRef, args)')
		)
			throw new EvalError('code is not evaluated here');
		const returns = parts.includes('emval_returnValue');
		return (type: unknown, ...more: unknown[]): MethodCaller => {
			const returnValue = returns ? (more.pop() as ReturnValue) : null;
			const types = more as WireType[];
			return (object, called, destructors, values) => {
				let at = values;
				const read = types.map((one) => {
					const value = one.readValueFromPointer(at);
					at += one.argPackAdvance;
					return value;
				});
				const result = body.includes('= new func(')
					? Reflect.construct(called, read)
					: body.includes('func.call(obj')
						? Reflect.apply(called, object, read)
						: Reflect.apply(called, read[0], read.slice(1));
				return returnValue?.(type, destructors, result);
			};
		};
	}
	// What is a function stays one.
	stand.prototype = original.prototype;
	return stand as unknown as FunctionConstructor;
}
