package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.Suite;

/** What a newcomer needs to know when the suite is up. */
final class Welcome {

    private static final String TEXT = """

            Lodestone is up.

              Member page %1$s/app
              Console     %1$s/console
              Gateway     %1$s
              API page    %1$s/api
              Keycloak    %2$s  (keycloak-admin / keycloak-admin-demo)
              Mails       %3$s
              Logs        %4$s

              Demo users  alice, bob, carol     members
                          olivia                operator: all of the capabilities below but moderation and dead-letters
                          milo, mona            moderation
                          ada                   administrator, dead letters too, and all that olivia may as an operator
                          rhea rules, adam adjustments, hugo holds, cleo catalogue, cora circles, cyrus campaigns,
                          tara tier-sets, leo levels, sam members-read, aude ledger-audit, dora dead-letters: one capability each
              Each one's password is the name followed by -demo, such as alice-demo.

              Try this:

                curl -s %1$s/api/me -H "Authorization: Bearer $(curl -s %5$s \\
                  -d grant_type=password -d client_id=lodestone-app -d username=alice -d password=alice-demo \\
                  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"

            Ctrl-C or ./lodestone down stops everything; the data stay.""";

    private Welcome() {}

    static String to(Suite suite) {
        Ports ports = suite.ports();
        return TEXT.formatted(
                ports.url(Service.GATEWAY),
                ports.keycloakUrl(),
                suite.stateDirectory().mail(),
                suite.stateDirectory().logs(),
                ports.tokenUrl());
    }
}
