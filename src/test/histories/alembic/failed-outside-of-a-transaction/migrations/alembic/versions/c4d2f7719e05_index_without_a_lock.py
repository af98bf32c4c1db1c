"""index without a lock

Revision ID: c4d2f7719e05
Revises: 0d5be8f6a344
Create Date: 2026-11-29 14:54:11.032377

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
    with op.get_context().autocommit_block():
        op.execute("CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state)")
        op.execute("CREATE INDEX CONCURRENTLY orders_wrong_idx ON orders (no_such_column)")


def downgrade() -> None:
    """Downgrade schema."""
    pass
