"""The papers that a report leans on: author, year, title."""

_CHAN = (
    "Chan, L., Silverman, B. W., Vincent, K. (2021). Multiple systems estimation for sparse "
    "capture data: inferential challenges when there are nonoverlapping lists."
)
_RESAMPLED = (
    "Silverman, B. W., Chan, L., Vincent, K. (2024). Bootstrapping multiple systems estimates to "
    "account for model selection."
)
_INDEPENDENT = (
    "Bishop, Y., Fienberg, S., Holland, P. (1975). Discrete multivariate analysis: theory and "
    "practice."
)
_ALWAYS = (
    "Aleshin-Guendel, S., Sadinle, M., Wakefield, J. (2024). The central role of the identifying "
    "assumption in population size estimation.",
    "Binette, O., Steorts, R. C. (2022). On the reliability of multiple systems estimation for the "
    "quantification of modern slavery.",
    "Fienberg, S. E., Rinaldo, A. (2012). Maximum likelihood estimation in log-linear models.",
)
_METHODS = {
    "main": (_INDEPENDENT,),
    "stepwise": (_CHAN,),
    "bic": ("Schwarz, G. (1978). Estimating the dimension of a model.",),
    "aic": ("Akaike, H. (1974). A new look at the statistical model identification.",),
    "average": (
        "Buckland, S. T., Burnham, K. P., Augustin, N. H. (1997). Model selection: an integral "
        "part of inference.",
    ),
    "fixed": (_INDEPENDENT,),
    "lcmcr": (
        "Manrique-Vallier, D. (2016). Bayesian population size estimation using Dirichlet process "
        "mixtures.",
    ),
    "dga": (
        "Madigan, D., York, J. C. (1997). Bayesian methods for estimation of the size of a closed "
        "population.",
    ),
    "chao": (
        "Chao, A. (1987). Estimating the population size for capture-recapture data with unequal "
        "catchability.",
    ),
    "zelterman": (
        "Zelterman, D. (1988). Robust estimation in truncated discrete distributions with "
        "application to capture-recapture experiments.",
    ),
    "sample_coverage": (
        "Lee, S.-M., Chao, A. (1994). Estimating population size via sample coverage for closed "
        "capture-recapture models.",
    ),
}
_INTERVALS = {
    "calibrated": (
        _RESAMPLED,
        "Efron, B. (1987). Better bootstrap confidence intervals.",
        "Buckland, S. T., Garthwaite, P. H. (1991). Quantifying precision of mark-recapture "
        "estimates using the bootstrap and related methods.",
    ),
}


def references(names: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The papers behind estimators and a kind of interval, by author."""
    found = {paper for name in names for paper in _METHODS.get(name, ())}
    return tuple(sorted({*_ALWAYS, *found, *_INTERVALS.get(kind, ())}))
