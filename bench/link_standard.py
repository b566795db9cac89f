"""Standard Splink: what a competent user takes from its manual, as the peer of `./samen link`."""

import logging
from pathlib import Path
from typing import Any

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LEAST_WEIGHT = -4
MEMORY = "12GB"

_PREPARED = """
CREATE TABLE records AS SELECT id,
  nullif(lower(strip_accents(given_name)), '') AS given_name,
  nullif(lower(strip_accents(concat_ws(' ', nullif(family_name_prefix, ''), family_name))), '')
    AS family_name,
  coalesce(try_cast(birth_date AS DATE),
    try_strptime(birth_date, ['%d-%m-%Y', '%d/%m/%Y', '%Y%m%d'])::DATE)::VARCHAR AS birth_date,
  nullif(lower(left(sex, 1)), '') AS sex,
  nullif(upper(replace(postcode, ' ', '')), '') AS postcode,
  nullif(lower(strip_accents(address)), '') AS street,
  nullif(lower(replace(house_number, ' ', '')), '') AS house_number,
  nullif(lower(strip_accents(city)), '') AS city,
  nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 9), '') AS phone,
  nullif(upper(regexp_replace(document, '[^A-Za-z0-9]', '', 'g')), '') AS document
FROM read_parquet(?)
"""


def standard(records: Path, out: Path) -> None:
    """Prepare, train and predict; the scored pairs go to `out` (id_l, id_r, probability)."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = duckdb.connect(config={"memory_limit": MEMORY})
    connection.execute(_PREPARED, [str(records)])
    api = DuckDBAPI(connection)
    linker = Linker(api.register("records"), _settings(), log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("document"), block_on("given_name", "family_name", "birth_date")], recall=0.55
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, min_count_per_level=20)
    for rule in (
        block_on("birth_date"),
        block_on("given_name", "family_name"),
        block_on("phone"),
    ):
        training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT)
    pairs = found.as_duckdbpyrelation().project("id_l, id_r, match_probability AS probability")
    pairs.to_parquet(str(out))


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        retain_matching_columns=False,
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "family_name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            _address(),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("document", 1),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("document"),
            block_on("phone"),
            block_on("given_name", "family_name"),
            block_on("family_name", "birth_date"),
            block_on("given_name", "birth_date"),
            block_on("postcode", "substr(birth_date, 1, 4)"),
            block_on("postcode", "given_name"),
        ],
    )


def _address() -> cl.CustomComparison:
    conditions = (
        "postcode_l = postcode_r AND house_number_l = house_number_r",
        "street_l = street_r AND city_l = city_r",
        "postcode_l = postcode_r",
        "city_l = city_r",
    )
    missing = "postcode_l IS NULL AND city_l IS NULL OR postcode_r IS NULL AND city_r IS NULL"
    levels: list[Any] = [
        {"sql_condition": missing, "label_for_charts": "missing", "is_null_level": True}
    ]
    levels += [{"sql_condition": each, "label_for_charts": each} for each in conditions]
    levels += [{"sql_condition": "ELSE", "label_for_charts": "different"}]
    return cl.CustomComparison(output_column_name="address", comparison_levels=levels)
