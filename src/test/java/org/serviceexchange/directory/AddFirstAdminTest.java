package org.serviceexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.security.SecurityLines;

/** What the security log tells of the set-up. */
class AddFirstAdminTest {

    @Test
    void tellsTheSecurityLogWhoTheFirstAdminIs() {
        try (SecurityLines lines = new SecurityLines()) {
            new AddFirstAdmin(mock(Users.class), mock(DirectoryRows.class))
                    .add(new Person("ada", "Ada", "Admin", "ada@test.example"), new HashedPassword("x", "y"));
            assertThat(lines.text()).containsExactly("set-up: user.target.name=\"ada\"");
        }
    }
}
