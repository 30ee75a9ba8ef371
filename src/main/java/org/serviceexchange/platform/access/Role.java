package org.serviceexchange.platform.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A role: a group of the user directory that has a meaning in this application. */
public enum Role {
    ADMIN("admin"),
    SERVICE_EXCHANGE_ADMIN("sn_sb.admin"),
    KMF_ADMIN("sn_kmf.admin"),
    CRYPTOGRAPHIC_MANAGER("sn_kmf.cryptographic_manager"),
    CRYPTOGRAPHIC_AUDITOR("sn_kmf.cryptographic_auditor"),
    PROCESS_MANAGER("sn_sb.process_manager"),
    CONTACT("sn_sb_pro.consumer");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The id of the group; also the authority of its members in Spring Security. */
    public String group() {
        return group;
    }

    /** The role of a group; empty for other groups. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** Whether a user with these roles sees and administers everything in Service Exchange. */
    public static boolean administer(Set<Role> roles) {
        return roles.contains(ADMIN) || roles.contains(SERVICE_EXCHANGE_ADMIN);
    }
}
