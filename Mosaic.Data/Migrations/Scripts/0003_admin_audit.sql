-- What admins did: who, to whom, and what it was before and after. No secret is ever part of it.
CREATE TABLE admin_audit (
  id uuid PRIMARY KEY,
  admin_id uuid REFERENCES users ON DELETE SET NULL,
  admin_name text NOT NULL,
  action text NOT NULL CHECK (action IN
    ('user_made', 'user_disabled', 'user_enabled', 'user_deleted', 'user_promoted', 'user_demoted', 'password_reset',
     'invitation_made', 'invitation_revoked', 'settings_changed')),
  target text NOT NULL CHECK (char_length(target) <= 254),
  before jsonb,
  after jsonb,
  created_at timestamptz NOT NULL
);
CREATE INDEX admin_audit_admin_id ON admin_audit (admin_id);
CREATE INDEX admin_audit_time ON admin_audit (created_at DESC, id DESC);
