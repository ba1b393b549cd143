import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

/** A link to another page of Strapi's panel; long names break. */
export const PanelLink = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Link tag={NavLink} to={to} style={{ overflowWrap: 'break-word', minWidth: 0 }}>
    {children}
  </Link>
);
