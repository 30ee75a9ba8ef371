/** What the consumer shows to people and answers to peers. */
@NullMarked
package org.serviceexchange.consumer.web;

import org.jspecify.annotations.NullMarked;
