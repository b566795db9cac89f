"""How often each interval holds the truth, in worlds simulated from models of published tables.

    ./samen bench estimation_coverage [WORLDS [SEED [NAME:MAKER ...]]]

MAKER is the method that chooses the model of the worlds, of pairs of lists at most: stepwise, bic,
aic or main. Estimates are stepwise. Each world gets 1,000 replicates. Chan, Silverman and Vincent
2021 report 90% for BCa on UKdat_5 by stepwise, with a root mean squared error of 3057.
"""

import sys

from samen.core.estimation.coverage import Effort, simulated_coverage
from samen.core.estimation.estimate import Plan, procedure_of
from samen.core.estimation.procedures import Stepwise
from tests.core.estimation.published import named, table

EFFORT = Effort(replicates=1000)
ASKED = ("UKdat_5:stepwise", "Western:stepwise", "NewOrl_5:stepwise", "NewOrl:stepwise")


def main(arguments: list[str]) -> int:
    worlds = int(arguments[0]) if arguments else 500
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    for asked in arguments[2:] or ASKED:
        captured = named(table(asked.split(":")[0]))
        maker = procedure_of(Plan(asked.split(":")[1], order=2), len(captured.lists))
        found = simulated_coverage(captured, Stepwise(), worlds, EFFORT, seed, maker=maker)
        print(f"{asked}: truth {found.truth}, without estimate {found.without_estimate:.1%}, "
              f"rmse {found.rmse:.0f}, of the logarithm {found.log_rmse:.3f}")  # fmt: skip
        for kind in found.kinds:
            print(f"  {kind.kind:<11}{kind.coverage:6.1%} (± {kind.error:.1%})  below "
                  f"{kind.truth_below:5.1%}  above {kind.truth_above:5.1%}  median of high to low "
                  f"{kind.width:.2f}", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
