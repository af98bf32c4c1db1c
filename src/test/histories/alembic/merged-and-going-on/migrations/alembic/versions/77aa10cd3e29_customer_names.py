"""customer names

Revision ID: 77aa10cd3e29
Revises: 91c7e04d52ab
Create Date: 2026-11-29 14:58:53.148909

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '77aa10cd3e29'
down_revision: Union[str, Sequence[str], None] = '91c7e04d52ab'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.add_column("customers", sa.Column("name", sa.Text))


def downgrade() -> None:
    """Downgrade schema."""
    pass
