package org.serviceexchange.connection.offboarding;

/**
 * What a person, or a program, says about an off-boarding; the request body of the API on both sides.
 *
 * @param reason one line, for the journal of this instance
 */
public record OffBoardingOrder(String reason) {}
