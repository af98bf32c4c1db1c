"""after the merge

Revision ID: 1234aa56bb78
Revises: e6b90f21c8d7
Create Date: 2026-11-29 14:59:08.822056

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '1234aa56bb78'
down_revision: Union[str, Sequence[str], None] = 'e6b90f21c8d7'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_index("customers_name_idx", "customers", ["name"])


def downgrade() -> None:
    """Downgrade schema."""
    pass
