"""The words of the project as data: what passes from stage to stage.

Everything here is frozen and imports nothing else of ours. Offsets are Unicode code points of an article's text, end
exclusive, unless a docstring says "shadow offsets" (positions in the normalised text of `language.shadow`).
"""

from factcheck.model.articles import Article, Segment, Span
from factcheck.model.claims import Claim, Entity, Family, Frame, Scope, Stance
from factcheck.model.findings import SHOWN, Finding, Level, State
from factcheck.model.relations import CONFLICT, ConflictSet, Kind, Reason, Relation, ValueGroup
from factcheck.model.values import Hedge, Name, Order, Origin, Period, Polarity, Quantity, Step, Value, number_json

__all__ = [
    "CONFLICT",
    "SHOWN",
    "Article",
    "Claim",
    "ConflictSet",
    "Entity",
    "Family",
    "Finding",
    "Frame",
    "Hedge",
    "Kind",
    "Level",
    "Name",
    "Order",
    "Origin",
    "Period",
    "Polarity",
    "Quantity",
    "Reason",
    "Relation",
    "Scope",
    "Segment",
    "Span",
    "Stance",
    "State",
    "Step",
    "Value",
    "ValueGroup",
    "number_json",
]
