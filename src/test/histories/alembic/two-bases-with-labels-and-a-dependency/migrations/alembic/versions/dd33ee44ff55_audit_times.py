"""audit times

Revision ID: dd33ee44ff55
Revises: aa00bb11cc22
Create Date: 2026-11-29 15:01:26.854863

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'dd33ee44ff55'
down_revision: Union[str, Sequence[str], None] = 'aa00bb11cc22'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.add_column("audit_log", sa.Column("at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Downgrade schema."""
    pass
