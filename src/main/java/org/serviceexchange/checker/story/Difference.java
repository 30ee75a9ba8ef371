package org.serviceexchange.checker.story;

import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A sentence about stories that are not the accepted ones.
 *
 * @param inStory whether it is about the story that an earlier sentence names
 */
public record Difference(LocalizedMessage said, boolean inStory) {}
