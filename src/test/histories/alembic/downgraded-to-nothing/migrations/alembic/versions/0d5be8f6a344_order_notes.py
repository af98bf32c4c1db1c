"""order notes

Revision ID: 0d5be8f6a344
Revises: 91c7e04d52ab
Create Date: 2026-11-29 15:08:32.856331

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '0d5be8f6a344'
down_revision: Union[str, Sequence[str], None] = '91c7e04d52ab'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.add_column("orders", sa.Column("note", sa.Text))
    op.create_index("orders_note_idx", "orders", ["note"])


def downgrade() -> None:
    """Downgrade schema."""
    op.execute("ALTER TABLE orders DROP note")
