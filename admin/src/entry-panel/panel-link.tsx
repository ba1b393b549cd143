import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

/** A link within the panel; `small` beside other text. */
export const PanelLink = ({
  to,
  small,
  children,
}: {
  readonly to: string;
  readonly small?: boolean;
  readonly children: ReactNode;
}) => (
  <Link tag={NavLink} to={to} style={small ? { fontSize: '1.2rem' } : { wordBreak: 'break-word' }}>
    {children}
  </Link>
);
