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
    "table shows most strongly was added (p < 0.02), one at a time, until there was none left.",
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
    "model included. How much wider the interval is where the estimate is not in the middle of "
    "the replicates was set by simulation from models of published tables.",
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
    "between {low} and {high} (95% interval), with {total} as the estimate itself.",
    "headline_open": "{persons} persons are registered. The estimate is that in reality there are "
    "{low} or more (95% interval without an upper limit), with {total} as the estimate itself.",
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
    "roughly": "about {share}%",
    "choices_said": "Share of the replicates, in steps of 10%. A model names the lists that depend "
    "on each other by their number.",
    "other": "other models",
    "without": "no model has an estimate",
    "checks": "Sensitivity and validation",
    "tornado": "The estimate under other assumptions",
    "tornado_said": "Bar: from the lowest to the highest estimate under one other assumption. Grey "
    "mark: the estimate of this report. ½ to 2: the odds ratio between lists that the model leaves "
    "independent of each other. Star: some of the cases have no estimate. Scale: logarithmic.",
    "without_list": "Without list {name}",
    "without_a_list": "Each list left out in turn",
    "two_as_one": "Every two lists taken as one",
    "threshold": "Threshold for p: 0.001 to 0.2",
    "all_depend": "Dependence of all lists: ½ to 2",
    "two_depend": "Dependence of two lists: ½ to 2",
    "missed": "Up to 5% of the links missed",
    "false": "Up to 5% of the links wrong",
    "doubles": "The estimate becomes twice as large ({total}) when the odds ratio between {one} "
    "and {other} is {odds} instead of {own}. Every other two lists have to differ more.",
    "halves": "The estimate becomes half as large ({total}) when the odds ratio between {one} "
    "and {other} is {odds} instead of {own}. Every other two lists have to differ more.",
    "no_tipping": "No dependence of two lists with an odds ratio from 1/1,000 to 1,000 makes the "
    "estimate half or twice as large.",
    "known": "Each list as a known population",
    "known_said": "How many persons stand on a list is known. Here that number is estimated from "
    "the other lists, as if it were not known. Ratio: estimated divided by known.",
    "size_known": "Known",
    "ratio": "Ratio",
    "inside": "In the interval",
    "yes": "yes",
    "yes_open": "yes, no upper limit",
    "no": "no",
    "too_low": "On average the estimate of a known list is {share}% too low.",
    "too_high": "On average the estimate of a known list is {share}% too high.",
    "on_average": "On average the estimate of a known list is right.",
    "typical": "Whichever way, it is off by a factor of {factor}. Lists without an estimate: "
    "{without} of {lists}.",
    "no_known": "No list can be estimated from the others.",
    "covered": "In {worlds} populations, simulated with the chosen model, the true number lies "
    "within the interval in {share} (± {error}) of the cases. It should be 95%.",
    "no_worlds": "No simulated population has an estimate.",
    "by_lists": "Estimate with each list that is added",
    "by_lists_said": "Beginning with the largest two. Grey mark: the estimate of this report.",
    "forest_found": "The estimates run from {low} to {high}; that of this report is {own}.",
    "choices_found": "Chosen most often is {name}: {share}.",
    "tornado_found": "The estimate moves most with {name}: {said}.",
    "path_found": "The estimate goes from {first} ({start}) to {last} ({end}).",
    "by_persons": "Estimate from a part of the persons",
    "by_persons_said": "Persons in random order. Diamond: the middle one of twenty orders; line: "
    "from the lowest to the highest. Star: some parts have no estimate. A number that still rises "
    "or falls has seen too few persons.",
    "method": "Account",
    "beside": "The other estimates hold their model fixed; their intervals are too narrow.",
    "low": "Estimates from lists are often too low (Binette and Steorts 2022).",
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
    "errors": "at most {low} and {high}",
    "seed": "Seed",
    "versions": "Versions",
    "json": "estimate.json",
    "lists": "Lists",
    "all_persons": "Estimated, those not registered included",
    "estimate": "Estimate",
    "repeated": "{n} replicates, seed {seed}; without an estimate {share}.",
    "reading": "reading",
    "auditing": "seeking what follows from it",
    "estimating": "estimating",
    "compiling": "The first time the loops are compiled, which takes a minute.",
    "headline_limits": "{persons} persons are registered. The estimate is that in reality there "
    "are between {low} and {high} (95% interval, rounded outwards).",
    "whole_file": "estimate",
    "public_file": "publication",
    "unsought": "Not for publication: with more than 12 lists it can take hours to seek whether "
    "a number below 5 follows from this sheet.",
    "not_public": "Not for publication: from all numbers together a number below 5 may follow. "
    "What may be published is in {file}.pdf.",
    "audited": "No number below 5 follows from this sheet: other tables, with a person more or "
    "fewer there, give the same sheet.",
    "nothing_left_out": "",
    "without_choice": "For that the models chosen are left out, and the estimates that search all "
    "models; the verdict is indicative here at best.",
    "only_limits": "For that only the limits of the interval stand here, and the verdict is "
    "indicative at best.",
    "parts_left_out": "The estimates by group and the checks are not here: it was not sought "
    "whether a number below 5 follows from them.",
    "inside_only": "Not for publication: it was not sought whether a number below 5 follows from "
    "this sheet.",
}
