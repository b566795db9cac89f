"""One step of a migration that makes all triggers of a new table."""

from typing import Any

from django.db.migrations.operations.base import Operation


class InstallTriggers(Operation):
    """The triggers that a CreateModel names in its options are made in the database.

    pgtrigger's own AddTrigger, one a trigger, has Django build every model anew each time: of
    the time that empty tables took to make, a third went there.
    """

    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state has them: they stand in the model's options."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, _from_state: Any, to_state: Any
    ) -> None:
        """Each trigger with its function."""
        for trigger in to_state.models[app_label, self.model_name].options["triggers"]:
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """They go with their table."""

    def describe(self) -> str:
        """In words."""
        return f"Make the triggers of {self.model_name}"
