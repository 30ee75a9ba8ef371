/** The start page. */
@NullMarked
package org.serviceexchange.center.web;

import org.jspecify.annotations.NullMarked;
