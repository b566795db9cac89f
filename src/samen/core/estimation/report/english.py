"""The words of the report in English."""

ESTIMATORS = {
    "main": "Lists independent",
    "stepwise": "Chosen stepwise",
    "bic": "Best model by BIC",
    "aic": "Best model by AIC",
    "aicc": "Best model by AICc",
    "average": "Average of models",
    "fixed": "Model chosen beforehand",
    "lcmcr": "Latent classes",
    "dga": "Average over graphs",
    "chao": "Lower bound of Chao",
    "zelterman": "Zelterman",
    "sample_coverage": "Sample coverage (Lee-Chao)",
    "lincoln_petersen": "Lincoln-Petersen",
    "chapman": "Chapman",
}

METHODS = {
    "main": "The model assumes that the lists are independent: who stands on one has, by that, no "
    "larger or smaller chance to stand on another.",
    "stepwise": "Log-linear model. From independent lists, the dependence of two lists that the "
    "table shows most strongly was added (p < 0.02), one at a time, until there was none left.",
    "bic": "Log-linear model. Of all hierarchical models the one with the lowest BIC was chosen.",
    "aic": "Log-linear model. Of all hierarchical models the one with the lowest AIC was chosen.",
    "average": "Log-linear models. Of all hierarchical models those with a low BIC were averaged, "
    "each by its weight.",
    "fixed": "Log-linear model that was chosen beforehand, not by means of this table.",
    "lcmcr": "Bayesian model with latent classes: within a class the lists are independent. "
    "Several chains, which have to agree.",
    "dga": "Bayesian average over all models that belong to a decomposable graph.",
}

INTERVALS = {
    "calibrated": "Each bootstrap replicate went through the whole procedure, the choice of the "
    "model included. The tails of the interval were set by simulation so that it reaches the "
    "coverage meant.",
    "posterior": "The interval is the middle of the posterior distribution.",
    "": "No interval was computed.",
}

ASSUMPTIONS = {
    "loglinear": "Assumption that no table can test: there is no interaction of all lists at once. "
    "If there is one, the real number is higher or lower.",
    "lcmcr": "Assumption that no table can test: within each class of persons the lists are "
    "independent. If they are not, the real number is higher or lower.",
}

WORDS = {
    "title": "Estimate of the number of persons, registered or not",
    "description": "Estimate from the overlap of lists, with interval, verdict and account",
    "data": "{persons} persons on {n} lists: {lists}.",
    "period": "Period: {period}.",
    "few": "fewer than 5",
    "headline": "{persons} persons are registered. The estimate is that in reality there are "
    "{total}: the 95% interval runs from {low} to {high}.",
    "headline_open": "{persons} persons are registered. The estimate is that in reality there are "
    "{total}: the 95% interval begins at {low} and has no upper limit.",
    "headline_bare": "{persons} persons are registered. The estimate is that in reality there are "
    "about {total}.",
    "headline_refused": "{persons} persons are registered. How many there are in reality cannot be "
    "estimated from these lists with this method.",
    "verdict": "Verdict",
    "usable": "usable",
    "indicative": "indicative",
    "refuse": "no estimate can be given",
    "agreed": "The interval is narrow enough, and other ways to choose a model give a similar "
    "number.",
    "forest": "Estimates side by side",
    "forest_said": "Estimated number of persons, registered ones included, with 95% interval. "
    "Filled diamond and bold type: the estimate of this report. Grey mark: registered. Arrow: runs "
    "on beyond the axis. Scale: logarithmic.",
    "none": "no estimate",
    "groups": "Estimate by what is known about persons",
    "group": "Known",
    "registered": "Registered",
    "estimated": "Estimated",
    "groups_said": "From a model by what is known, which knows more than the table without it, so "
    "the sum differs from the number at the top. Where a value has fewer than 5 registered "
    "persons, those of its whole group are left out.",
    "few_estimated": "too small to tell",
    "overlap": "Persons on both lists",
    "list": "List",
    "size": "The diagonal holds the size of each list.",
    "no_size": "Numbers below 5 are left out, zero too. For that reason the size of each list is "
    "left out as well: with the total it would let what is left out be computed.",
    "no_overlap": "The numbers are left out: one of them is below 5, and could be derived from "
    "the others.",
    "choices": "How often each model was chosen",
    "choices_said": "Share of the replicates. A model names the lists that depend on each other by "
    "their number.",
    "other": "other models",
    "without": "no model has an estimate",
    "method": "Account",
    "beside": "The other estimates hold their model fixed; their intervals are too narrow. "
    "Estimates from lists are often too low (Binette and Steorts 2022).",
    "existence": "Of each model, in each replicate too, it was checked that the estimate exists "
    "and that the hidden number can be identified (Fienberg and Rinaldo 2012).",
    "digits": "Numbers are rounded to what their interval can carry.",
    "hash": "The unrounded results and the hash of the input stand in {file}; small numbers can be "
    "derived from it, so that file is not for publication.",
    "references": "References",
    "record": "How to repeat it",
    "date": "Date",
    "asked": "Method",
    "model": "Model",
    "replicates": "Replicates",
    "no_estimate": "Without an estimate",
    "nowhere": "in no replicate",
    "share": "in {share} of the replicates",
    "error": "Monte Carlo error of the limits",
    "errors": "{low} and {high}",
    "seed": "Seed",
    "versions": "Versions",
    "json": "estimate.json",
}
