package org.serviceexchange.protocol.wire;

/** What both sides know before the first message: the registration's number and the two parties. */
public record Parties(String registration, Party provider, Party consumer) {}
