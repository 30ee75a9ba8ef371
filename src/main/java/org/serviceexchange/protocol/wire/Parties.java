package org.serviceexchange.protocol.wire;

/** What both sides know before the first message. */
public record Parties(String registration, Party provider, Party consumer) {}
