"""A group of commands that may be called without a verb.

summarize issue.txt      is   summarize issue issue.txt
summarize eval figures   is   summarize eval run figures
"""

from typing import Any, ClassVar

from typer.core import TyperGroup


class Verbless(TyperGroup):
    """A group that puts its default command first, unless a command or its own option stands there.

    `alone` says whether the default command may stand without any word.
    """

    default: ClassVar[str]
    alone: ClassVar[bool] = False
    own_options: ClassVar[frozenset[str]] = frozenset({"-h", "--help"})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own type
        """Read the words as the default command's where they begin with none of ours."""
        first = args[0] if args else None
        if self.alone if first is None else first not in self.commands.keys() | self.own_options:
            args = [self.default, *args]
        return super().parse_args(ctx, args)
