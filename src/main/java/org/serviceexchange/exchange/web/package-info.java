/** What an instance says of itself to its peers. */
@NullMarked
package org.serviceexchange.exchange.web;

import org.jspecify.annotations.NullMarked;
