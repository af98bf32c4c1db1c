"""wrong

Revision ID: c4d2f7719e05
Revises: 0d5be8f6a344
Create Date: 2026-11-29 14:51:56.249035

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'c4d2f7719e05'
down_revision: Union[str, Sequence[str], None] = '0d5be8f6a344'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.execute("CREATE TABLE refunds (id bigint PRIMARY KEY)")
    op.execute("ALTER TABLE no_such_table ADD x int")


def downgrade() -> None:
    """Downgrade schema."""
    pass
