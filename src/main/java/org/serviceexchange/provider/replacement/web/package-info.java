/** The page on which a connection is replaced. */
@NullMarked
package org.serviceexchange.provider.replacement.web;

import org.jspecify.annotations.NullMarked;
