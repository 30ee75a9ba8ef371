/** What a person can do about a connection that does not go on. */
@NullMarked
package org.serviceexchange.consumer.repair;

import org.jspecify.annotations.NullMarked;
