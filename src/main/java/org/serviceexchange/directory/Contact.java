package org.serviceexchange.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user who belongs to a company.
 *
 * @param userId the immutable user name
 * @param language language of e-mails to the contact; null if none was chosen
 */
public record Contact(
        String userId,
        String companyId,
        String displayName,
        String mail,
        boolean active,
        @Nullable Locale language) {}
