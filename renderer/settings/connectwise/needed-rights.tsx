import { classesOf } from '../../ui/class-names.ts';
import styles from './connectwise-settings.module.css';

const css = classesOf(styles);

const RIGHTS = [
  ['Service Desk → Service Tickets', 'Add, Edit, Inquire', 'to read tickets and post notes'],
  ['Service Desk → Close Service Tickets', 'Edit, Inquire', 'to set a status that closes'],
  ['Companies → Maintenance, Contacts', 'Inquire', 'to show whose ticket it is'],
  ['Companies → Configurations', 'Inquire', 'to know the devices of a ticket by name'],
  ['System → Table Setup (Service Board)', 'Inquire', 'to read boards and statuses'],
  ['System → Member Maintenance', 'Inquire', 'to find your own tickets'],
] as const;

/** The least rights, as they stand in ConnectWise's security roles. */
export function NeededRights() {
  return (
    <table className={css('rights')}>
      <thead>
        <tr>
          <th scope="col">Module and action</th>
          <th scope="col">Level</th>
          <th scope="col">What for</th>
        </tr>
      </thead>
      <tbody>
        {RIGHTS.map(([action, level, why]) => (
          <tr key={action}>
            <th scope="row">{action}</th>
            <td>{level}</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
