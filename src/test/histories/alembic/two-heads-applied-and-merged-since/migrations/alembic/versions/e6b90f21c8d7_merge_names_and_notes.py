"""merge names and notes

Revision ID: e6b90f21c8d7
Revises: 0d5be8f6a344, 77aa10cd3e29
Create Date: 2026-11-29 15:30:38.686264

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'e6b90f21c8d7'
down_revision: Union[str, Sequence[str], None] = ('0d5be8f6a344', '77aa10cd3e29')
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
