/** The page on which users choose their notices, and see those that could not be delivered. */
@NullMarked
package org.serviceexchange.notice.web;

import org.jspecify.annotations.NullMarked;
