package org.serviceexchange.notice;

/** What each user wants to hear. */
public interface NoticeChoices {

    /** What the user chose; {@link NoticeChoice#ALL} if nothing. */
    NoticeChoice of(String userId);

    void save(String userId, NoticeChoice choice);
}
