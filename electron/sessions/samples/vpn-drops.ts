import type { Sample } from './sample.ts';

export const vpnDrops: Sample = {
  title: 'VPN drops after 60 seconds',
  intake:
    'Tom at Harlow Architects works from home and loses the VPN about one minute after it connects, every time. The client says “The connection was terminated by the remote computer”. It worked last week. Two colleagues at home have no trouble.',
  summary: '',
  domain: 'vpn',
  ticket_ref: '48190',
  hours_ago: 22,
  play({ say, know, suggest, verdict }) {
    say(
      'Watched it three times with him: connects, passes traffic, then goes at 60 to 62 seconds. Too regular for a bad line.',
    );
    know(
      'user_report',
      'The VPN disconnects about one minute after each connection; last week it held all day.',
      'Phone call with the user',
    );
    know(
      'diagnostic_check',
      'Three watched connections ended after 60 to 62 seconds.',
      'Client log on the laptop',
    );
    know(
      'diagnostic_check',
      'The firewall ends the session because the check of the device’s health gets no answer.',
      'Firewall log, event at the time of the drop',
    );
    say(
      'Firewall says posture check timed out. So the tunnel is fine, but the agent on his laptop does not answer within the 60 seconds it is given.',
    );
    const service = suggest({
      title: 'Restart the endpoint agent on the laptop',
      description:
        'Restart the agent’s service, connect again and watch the firewall log for the answer to the health check.',
      confidence: 48,
    });
    verdict(
      service,
      'partly',
      'The connection held for 20 minutes after the restart, then dropped at the next health check.',
      'Restarted the endpoint agent on the laptop.',
    );
    know(
      'technician',
      'The agent on the laptop is two versions behind that of the colleagues whose VPN holds.',
    );
    say(
      'Held longer after the restart, then the same. The update for the agent is waiting for a reboot since Thursday. He can reboot after his call at three.',
    );
  },
};
