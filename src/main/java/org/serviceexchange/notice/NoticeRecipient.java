package org.serviceexchange.notice;

/**
 * Who gets notices.
 *
 * @param user whether the name is that of a user, who is asked for address and language when something is sent; else it is an e-mail address of the settings
 */
public record NoticeRecipient(boolean user, String name) {

    private static final String USER = "user:";
    private static final String ADDRESS = "mail:";

    public static NoticeRecipient user(String id) {
        return new NoticeRecipient(true, id);
    }

    static NoticeRecipient address(String mail) {
        return new NoticeRecipient(false, mail);
    }

    /** As text for the database. */
    public String text() {
        return (user ? USER : ADDRESS) + name;
    }

    /** Reads what {@link #text()} wrote. */
    public static NoticeRecipient of(String text) {
        boolean user = text.startsWith(USER);
        return new NoticeRecipient(user, text.substring(user ? USER.length() : ADDRESS.length()));
    }
}
