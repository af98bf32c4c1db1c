"""customer phones

Revision ID: 5b01c3aa9f62
Revises: 77aa10cd3e29
Create Date: 2026-11-29 14:58:58.736095

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '5b01c3aa9f62'
down_revision: Union[str, Sequence[str], None] = '77aa10cd3e29'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.add_column("customers", sa.Column("phone", sa.Text))


def downgrade() -> None:
    """Downgrade schema."""
    pass
