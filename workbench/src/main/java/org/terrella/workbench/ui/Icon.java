package org.terrella.workbench.ui;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** Line icons on a grid of 24 by 24, drawn for Terrella. */
public enum Icon {
  LAYERS("M12 3 3 8l9 5 9-5-9-5Z M3 12.5l9 5 9-5 M3 17l9 5 9-5"),
  FILES(
      "M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2 2.5h8.5A1.5 1.5 0 0 1 21 9v9a1.5 1.5 0 0 1-1.5 1.5h-15"
          + "A1.5 1.5 0 0 1 3 18Z"),
  STYLE(
      "M12 3a9 9 0 1 0 0 18c1.5 0 2-1 2-2 0-1.4-1-1.6-1-2.6 0-.8.7-1.4 1.6-1.4H17a4 4 0 0 0 4-4"
          + "c0-4.500-4-8-9-8Z M7.500 11.500h.01 M10 7.500h.01 M15 7.500h.01"),
  TOOLBOX(
      "M4 9h16v10.500H4Z M9 9V6.500A1.500 1.500 0 0 1 10.500 5h3A1.500 1.500 0 0 1 15 6.500V9"
          + " M4 13.500h16 M12 12v3"),
  JOBS(
      "M12 3v4 M12 17v4 M3 12h4 M17 12h4 M5.600 5.600l2.900 2.900 M15.500 15.500l2.900 2.900"
          + " M18.400 5.600l-2.900 2.900 M8.500 15.500l-2.900 2.900"),
  ADD("M12 5v14 M5 12h14"),
  EYE(
      "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12Z"
          + " M12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600Z"),
  EYE_OFF(
      "M4 4l16 16 M9.500 5.900A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-3 3.700"
          + " M6 7.600A16 16 0 0 0 2.500 12S6 18.500 12 18.500c1.300 0 2.500-.3 3.500-.7"),
  EYE_SOME(
      "M2.500 12S6 5.500 12 5.500 M12 18.500C6 18.500 2.500 12 2.500 12 M12 9.200a2.800 2.800 0 0 0 0"
          + " 5.600 M15.500 6.500l.1 0 M18.700 8.700l.1 0 M21 11.700l.1 0 M18.700 15.200l.1 0"
          + " M15.500 17.600l.1 0"),
  GROUP("M4 4.500h6v6H4Z M14 4.500h6v6h-6Z M4 14.500h6v6H4Z M14 14.500h6v6h-6Z"),
  UNGROUP("M4 4.500h6v6H4Z M14 14.500h6v6h-6Z M14.500 5l5 5 M19.500 5l-5 5"),
  FOLD("M9 6l6 6-6 6"),
  COPY("M8 8h12v12H8Z M16 8V4H4v12h4"),
  FILTER("M4 5h16l-6.500 7.500V20l-3-2v-5.500Z"),
  INTO("M4 5v6a3 3 0 0 0 3 3h12 M14 9l5 5-5 5"),
  ZOOM_TO(
      "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z M15.500 15.500 21 21"
          + " M10.500 8v5 M8 10.500h5"),
  MORE("M5.500 12h.01 M12 12h.01 M18.500 12h.01"),
  CLOSE("M6 6l12 12 M18 6 6 18"),
  UP("M12 19V5 M6 11l6-6 6 6"),
  DOWN("M12 5v14 M6 13l6 6 6-6"),
  REMOVE("M5 7h14 M10 7V4.500h4V7 M7 7l.8 12.500h8.400L17 7"),
  RENAME("M4 20h4L19 9l-4-4L4 16Z M13 7l4 4"),
  DOWNLOAD("M12 4v11 M7 11l5 5 5-5 M4 20h16"),
  PUBLISH("M12 15V4 M7 8.500 12 4l5 4.500 M5 12v7.500h14V12"),
  SAVE("M5 4h11l3 3v13H5Z M8 4v5h7V4 M8 20v-6h8v6"),
  OPEN("M4 20V5h6l2 2.500h8V11 M4 20l3-9h15l-3 9Z"),
  SELECT(
      "M4 4h3 M10 4h3 M16 4h1 M4 4v3 M4 10v3 M4 16v1 M17 4v3 M4 17h3"
          + " M10 10l10.500 4-4.700 1.800L14 20.500Z"),
  SEARCH("M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z M15.500 15.500 21 21"),
  SUN(
      "M12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Z M12 2v2 M12 20v2 M2 12h2 M20 12h2"
          + " M5 5l1.400 1.400 M17.600 17.600 19 19 M19 5l-1.400 1.400 M6.400 17.600 5 19"),
  HISTORY("M4.500 12a7.500 7.500 0 1 0 2.500-5.600L4 9 M4 4v5h5 M12 8v4.500l3 2"),
  UNDO("M9 7 4 12l5 5 M4 12h10a6 6 0 0 1 6 6"),
  REDO("M15 7l5 5-5 5 M20 12H10a6 6 0 0 0-6 6"),
  INFO("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z M12 11v6 M12 7.500h.01"),
  BACK("M14 6l-6 6 6 6"),
  RUN("M7 4.500v15l12-7.500Z"),
  LEGEND("M4 5h4v4H4Z M4 15h4v4H4Z M11 7h9 M11 17h9"),
  STAR(
      "M12 4l2.500 5.100 5.600.800-4 3.900.900 5.600-5-2.600-5 2.600.900-5.600-4-3.900 5.600-.800Z"),
  TABLE("M3.500 5h17v14h-17Z M3.500 10h17 M9.500 5v14"),
  GRIP("M9 6h.01 M15 6h.01 M9 12h.01 M15 12h.01 M9 18h.01 M15 18h.01");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** A fresh picture of the icon, hidden from screen readers. */
  public HTMLElement element() {
    return svg(path);
  }

  @JSBody(
      params = "path",
      script =
          "const ns = 'http://www.w3.org/2000/svg';"
              + "const svg = document.createElementNS(ns, 'svg');"
              + "svg.setAttribute('viewBox', '0 0 24 24');"
              + "svg.setAttribute('class', 'icon');"
              + "svg.setAttribute('aria-hidden', 'true');"
              + "const p = document.createElementNS(ns, 'path');"
              + "p.setAttribute('d', path);"
              + "svg.appendChild(p);"
              + "return svg;")
  private static native HTMLElement svg(String path);
}
