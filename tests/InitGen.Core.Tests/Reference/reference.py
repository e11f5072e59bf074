"""Computes reference values with mpmath at 30 digits and none of the project's code.

Usage: python3 reference.py moments > wide-moments.csv
       python3 reference.py activations > activations.csv
       python3 reference.py pairs > pair-moments.csv   (in float64, good to about 1e-9)
       python3 reference.py losses > first-losses.csv   (in float64, good to about 1e-10)
"""
import sys
from mpmath import mp, mpf, exp, log, tanh, sqrt, pi, ncdf, npdf, legendre, cos, sech

mp.dps = 30
LAMBDA = mpf("1.0507009873554804934193349852946")
ALPHA = mpf("1.6732632423543772848170429916717")


def logistic(z):
    return 1 / (1 + exp(-z))


def mish_gate(z):
    return tanh(log(1 + exp(z)))


def cut(z, lower, upper):
    return min(max(z, mpf(lower)), mpf(upper))


def gelu_exponent(z):
    return 2 * sqrt(2 / pi) * (z + mpf("0.044715") * z ** 3)


def gelu_slope(z):
    return 2 * sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * z ** 2)


# name: (function, derivative)
FUNCTIONS = {
    "Linear": (lambda z: z, lambda z: mpf(1)),
    "Relu": (lambda z: z if z > 0 else mpf(0), lambda z: mpf(1) if z > 0 else mpf(0)),
    "LeakyRelu": (lambda z: z if z > 0 else z / 100, lambda z: mpf(1) if z > 0 else mpf(1) / 100),
    "Elu": (lambda z: z if z > 0 else mp.expm1(z), lambda z: mpf(1) if z > 0 else exp(z)),
    "Selu": (lambda z: LAMBDA * (z if z > 0 else ALPHA * mp.expm1(z)), lambda z: LAMBDA * (1 if z > 0 else ALPHA * exp(z))),
    "Gelu": (lambda z: z * ncdf(z), lambda z: ncdf(z) + z * npdf(z)),
    "Silu": (lambda z: z * logistic(z), lambda z: logistic(z) * (1 + z * logistic(-z))),
    "Mish": (lambda z: z * mish_gate(z), lambda z: mish_gate(z) + z * (1 - mish_gate(z) ** 2) * logistic(z)),
    "Softplus": (lambda z: mp.log1p(exp(z)) if z < 60 else z + mp.log1p(exp(-z)), logistic),
    "Softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "Sigmoid": (logistic, lambda z: logistic(z) * logistic(-z)),
    "Tanh": (tanh, lambda z: sech(z) ** 2),
    "Relu6": (lambda z: cut(z, 0, 6), lambda z: mpf(0 < z < 6)),
    "GeluTanh": (
        lambda z: z * logistic(gelu_exponent(z)),
        lambda z: logistic(gelu_exponent(z)) * (1 + z * logistic(-gelu_exponent(z)) * gelu_slope(z)),
    ),
    "HardSwish": (lambda z: z * cut(z + 3, 0, 6) / 6, lambda z: z / 3 + mpf(1) / 2 if -3 < z < 3 else mpf(z >= 3)),
    "HardSigmoid": (lambda z: cut(z + 3, 0, 6) / 6, lambda z: mpf(-3 < z < 3) / 6),
    "HardTanh": (lambda z: cut(z, -1, 1), lambda z: mpf(-1 < z < 1)),
}

# Where a derivative jumps, for those that have it elsewhere than at 0.
KINKS = {"Relu6": [0, 6], "HardSwish": [-3, 3], "HardSigmoid": [-3, 3], "HardTanh": [-1, 1]}


def gauss_legendre(n):
    points = []
    for k in range(1, n // 2 + 1):
        guess = cos(pi * (k - mpf(1) / 4) / (n + mpf(1) / 2))
        x = guess
        for _ in range(12):
            slope = n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1)
            x -= legendre(n, x) / slope
        slope = n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1)
        weight = 2 / ((1 - x * x) * slope ** 2)
        points += [(x, weight), (-x, weight)]
    return points


RULE = gauss_legendre(30)


def moments(name, mean, std):
    f, d = FUNCTIONS[name]
    edges = {mean + k * std for k in range(-14, 15)}
    edge = mpf(1) / 4
    while edge < 14 * std + abs(mean):
        edges |= {edge, -edge}
        edge *= mpf(3) / 2
    edges |= {mpf(kink) for kink in KINKS.get(name, [0])}
    edges = sorted(e for e in edges if abs(e - mean) <= 14 * std)
    nodes = []
    for a, b in zip(edges, edges[1:]):
        for x, w in RULE:
            z = (a + b) / 2 + x * (b - a) / 2
            nodes.append((w * (b - a) / 2 * npdf((z - mean) / std) / std, f(z), d(z)))
    m = sum(w * y for w, y, _ in nodes)
    variance = sum(w * (y - m) ** 2 for w, y, _ in nodes)
    return m, sqrt(variance), sum(w * s for w, _, s in nodes), sum(w * s * s for w, _, s in nodes)


def print_moments():
    print("activation,slope,mean,stdDev,activationMean,activationStdDev,derivativeMean,derivativeSecondMoment")
    for name in FUNCTIONS:
        for std in ["0.001", "0.03", "0.7", "3", "60", "1000"]:
            for mean in ["-7", "-0.4", "0", "1.5", "30"]:
                values = moments(name, mpf(mean), mpf(std))
                print(",".join([name, "0.01", mean, std] + [mp.nstr(v, 18) for v in values]))


def print_activations():
    print("activation,z,value,derivative")
    for name, (f, d) in FUNCTIONS.items():
        for z in ["-30", "-2.5", "-1e-9", "0.75", "4", "40"]:
            print(",".join([name, z, mp.nstr(f(mpf(z)), 18), mp.nstr(d(mpf(z)), 18)]))


def pair(name, mean, std, difference):
    """sqrt(E[f(z)^2] - E[f(z) f(z')]), and the same of f': over u, which two inputs share, the mean of the variance over w, which each has
    of its own."""
    import numpy as np

    f, d = (np.vectorize(lambda z, g=g: float(g(mpf(z))), otypes=[float]) for g in FUNCTIONS[name])
    points, weights = np.polynomial.legendre.leggauss(12)
    shared = np.sqrt(std ** 2 - difference ** 2)

    def nodes(edges):
        edges = np.unique(np.clip(edges, -7, 7))
        radius, center = np.diff(edges)[:, None] / 2, (edges[1:] + edges[:-1])[:, None] / 2
        t = (center + radius * points).ravel()
        return t, (radius * weights).ravel() * np.exp(-t * t / 2) / np.sqrt(2 * np.pi)

    kinks = KINKS.get(name, [0])
    near = [(kink - mean + difference * k) / shared for kink in kinks for k in (-7, -3, -1, 0, 1, 3, 7)] if shared > 0 else []
    variances = np.zeros(2)
    for t, weight in zip(*nodes(np.concatenate([np.arange(-7, 7.5), near]))):
        w, v = nodes(np.concatenate([np.arange(-7, 7.5, 1 if difference > 1 else 2), [(kink - mean - shared * t) / difference for kink in kinks]]))
        z = mean + shared * t + difference * w
        variances += [weight * np.sum(v * (y - np.sum(v * y)) ** 2) for y in (f(z), d(z))]
    return np.sqrt(variances)


def print_pairs():
    print("activation,slope,mean,stdDev,difference,signalStdDev,derivativeStdDev")
    for name in FUNCTIONS:
        for mean, std, difference in [(0, 1, 1), (0, 1, 0.7), (0, 1, 0.05), (-0.6, 2, 0.4), (1.3, 0.4, 0.1), (0.2, 3, 0.01)]:
            print(f"{name},0.01,{mean},{std},{difference},{','.join(f'{x:.12g}' for x in pair(name, mean, std, difference))}", flush=True)


def first_loss(classes, std):
    """E[log X], X the sum of exp of independent N(0, std^2), from its Laplace transform L(t) = E[exp(-t exp(z))] to that power: the integral
    of (exp(-t) - E[exp(-t X)])/t over t = exp(-u)."""
    import numpy as np

    u = np.arange(-12 * std - 8, 12 * std + np.log(classes) + 45, 0.01)
    z = np.arange(-12, 12, min(0.05, 0.05 / std))
    density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi) * (z[1] - z[0])
    transform = np.array([np.sum(density * np.exp(-np.exp(np.minimum(std * z - shift, 700)))) for shift in u])
    return 0.01 * np.sum(np.exp(-np.exp(np.minimum(-u, 700))) - transform ** classes)


def print_losses():
    print("classes,logitStdDev,firstLoss")
    for classes, std in [(2, 0.1), (2, 1), (2, 30), (10, 0.01), (10, 0.826), (10, 1.99), (10, 2.01), (10, 5), (1000, 1), (1000, 6), (50000, 3)]:
        print(f"{classes},{std},{first_loss(classes, std):.12g}", flush=True)


if __name__ == "__main__":
    {"moments": print_moments, "activations": print_activations, "pairs": print_pairs, "losses": print_losses}[sys.argv[1]]()
