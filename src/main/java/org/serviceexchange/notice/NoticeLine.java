package org.serviceexchange.notice;

/** A notice for one recipient. */
public record NoticeLine(long id, int tries, NoticeEvent event) {}
