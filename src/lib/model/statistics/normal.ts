/**
 * The value below which a standard normal variable stays with a probability, to about 1e-9 (Acklam's
 * rational approximation, bettered by one step of Halley's method).
 * @param probability strictly between 0 and 1
 * @throws RangeError outside
 */
export function normalQuantile(probability: number): number {
	if (!(probability > 0 && probability < 1))
		throw new RangeError(`${probability} is not between 0 and 1`);
	if (probability > 0.5) return -normalQuantile(1 - probability);
	const rough = probability < TAIL ? tail(probability) : middle(probability);
	const error = below(rough) - probability;
	const step = error * Math.sqrt(2 * Math.PI) * Math.exp((rough * rough) / 2);
	return rough - step / (1 + (rough * step) / 2);
}

const TAIL = 0.02425;

const A = [
	-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
	2.506628277459239
];
const B = [
	-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
	1
];
const C = [
	-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
	4.374664141464968, 2.938163982698783
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

function polynomial(coefficients: readonly number[], x: number): number {
	return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

function tail(probability: number): number {
	const q = Math.sqrt(-2 * Math.log(probability));
	return polynomial(C, q) / polynomial(D, q);
}

function middle(probability: number): number {
	const q = probability - 0.5;
	return (polynomial(A, q * q) * q) / polynomial(B, q * q);
}

/** Probability below a value that is at most 0, by a continued fraction in the tail, else a series. */
function below(x: number): number {
	const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
	const distance = -x;
	if (distance < 2) {
		let term = distance;
		let sum = term;
		for (let odd = 3; term > 1e-17; odd += 2) {
			term *= (distance * distance) / odd;
			sum += term;
		}
		return 0.5 - density * sum;
	}
	let fraction = 0;
	for (let depth = 120; depth > 0; depth -= 1) fraction = depth / (distance + fraction);
	return density / (distance + fraction);
}
