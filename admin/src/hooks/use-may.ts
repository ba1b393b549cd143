import { useCallback } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { type PermissionName, PERMISSIONS } from '../permissions';

/** Whether this administrator may do something of ours: `const may = useMay(); may('writeGoals')`. */
export function useMay(): (name: PermissionName) => boolean {
  const held = useAuth('useMay', (state) => state.permissions);
  return useCallback((name) => held.some(({ action }) => action === PERMISSIONS[name]), [held]);
}
