package org.serviceexchange.checker;

import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A shortest way to where a property does not hold.
 *
 * @param end what is wrong there, in one sentence
 */
public record CounterExample(Property property, List<CheckedStep> way, LocalizedMessage end) {}
