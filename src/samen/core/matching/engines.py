"""Where pairs are scored: DuckDB in this process, or Spark; both read the same settings."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from samen.core.errors import CannotRun


@dataclass(frozen=True)
class Engine:
    """register: a table that Splink can read. rows: some columns of what Splink made."""

    register: Callable[[pa.Table], Any]
    rows: Callable[[Any, list[str]], pa.Table]


def duck(memory: str = "3GB") -> Engine:
    """In this process and in memory; memory: what it may take, in the words of DuckDB."""
    api = DuckDBAPI(duckdb.connect(config={"memory_limit": memory}))
    return Engine(
        api.register,
        lambda made, columns: made.as_duckdbpyrelation().select(*columns).to_arrow_table(),
    )


def spark() -> Engine:
    """Spark, in local mode unless the surroundings name a cluster. Raises CannotRun without it."""
    if find_spec("pyspark") is None:
        raise CannotRun(
            "Spark is not installed.",
            "It needs pyspark and Java 17.",
            "Install it: pip install 'samen[spark]', or leave out --engine.",
        )
    return _spark()


def linker(records: Any, settings: dict[str, Any]) -> Linker:
    """Splink over registered records, which says nothing; the settings are ours and known good."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    return Linker(records, settings, log_level=None, validate_settings=False)


def _spark() -> Engine:
    import os

    from pyspark.sql import SparkSession
    from splink import SparkAPI
    from splink.internals.spark.jar_location import similarity_jar_location

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.config("spark.jars", similarity_jar_location())
        .config("spark.sql.ansi.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "4g")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    made: Any = SparkAPI
    api = made(spark_session=session, break_lineage_method="persist")
    return Engine(
        lambda table: api.register(session.createDataFrame(table)),
        lambda made, columns: made.as_spark_dataframe().select(*columns).toArrow(),
    )
