"""Reading on many machines: the stages that see one page at a time, run by Daft; their results.

Only :mod:`histor.cluster.engine` needs Daft, only :mod:`histor.cluster.records_file` PyArrow; both
come with ``histor[cluster]``.
"""

from histor.cluster.rows import Row, result_of, row_of

__all__ = ["Row", "result_of", "row_of"]
