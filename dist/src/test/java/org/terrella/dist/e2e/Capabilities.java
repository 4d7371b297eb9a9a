package org.terrella.dist.e2e;

/** What made-up services say they offer. */
final class Capabilities {
  private Capabilities() {}

  /** Layers in EPSG:3857, in EPSG:4326 only, broken, and in a system that nobody knows. */
  static final String WMS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
        <Service><Name>WMS</Name><Title>Maps of the test office</Title></Service>
        <Capability>
          <Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format>
            <DCPType><HTTP><Get><OnlineResource xlink:href="https://tiles.example.org/wms?map=a&amp;"/></Get></HTTP></DCPType>
          </GetMap></Request>
          <Layer><Title>All</Title><CRS>EPSG:4326</CRS>
            <EX_GeographicBoundingBox><westBoundLongitude>-180</westBoundLongitude><eastBoundLongitude>180</eastBoundLongitude>
              <southBoundLatitude>-90</southBoundLatitude><northBoundLatitude>90</northBoundLatitude></EX_GeographicBoundingBox>
            <Attribution><Title>Sea office</Title></Attribution>
            <Layer queryable="1"><Name>sea</Name><Title>Sea surface</Title><CRS>EPSG:3857</CRS></Layer>
            <Layer><Name>land</Name><Title>Land &lt;cover&gt;</Title></Layer>
            <Layer><Name>broken</Name><Title>Broken</Title><CRS>EPSG:900913</CRS></Layer>
          </Layer>
          <Layer><Name>far</Name><Title>Far away</Title><CRS>IAU2000:49900</CRS></Layer>
        </Capability>
      </WMS_Capabilities>
      """;

  /** A layer by template in the usual grid, and one by key and value in degrees. */
  static final String WMTS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
        <ows:ServiceIdentification><ows:Title>Tiles of the test office</ows:Title></ows:ServiceIdentification>
        <ows:ServiceProvider><ows:ProviderName>Test office</ows:ProviderName></ows:ServiceProvider>
        <ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
          <ows:Get xlink:href="https://tiles.example.org/kvp?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
        <Contents>
          <Layer><ows:Title>Hills</ows:Title><ows:Identifier>hills</ows:Identifier>
            <Style><ows:Identifier>light</ows:Identifier></Style>
            <Style isDefault="true"><ows:Identifier>dark</ows:Identifier></Style>
            <Format>image/png</Format>
            <Dimension><ows:Identifier>Time</ows:Identifier><Default>2020</Default><Value>2019</Value><Value>2020</Value></Dimension>
            <TileMatrixSetLink><TileMatrixSet>degrees</TileMatrixSet></TileMatrixSetLink>
            <TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink>
            <ResourceURL format="image/png" resourceType="tile" template="https://tiles.example.org/hills/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>
          </Layer>
          <Layer><ows:Title>In degrees</ows:Title><ows:Identifier>degrees</ows:Identifier>
            <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
            <TileMatrixSetLink><TileMatrixSet>degrees</TileMatrixSet></TileMatrixSetLink>
          </Layer>
          <TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
            <TileMatrix><ows:Identifier>0</ows:Identifier><ScaleDenominator>559082264.0287178</ScaleDenominator><TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>1</MatrixWidth><MatrixHeight>1</MatrixHeight></TileMatrix>
            <TileMatrix><ows:Identifier>1</ows:Identifier><ScaleDenominator>279541132.0143589</ScaleDenominator><TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>2</MatrixWidth><MatrixHeight>2</MatrixHeight></TileMatrix>
            <TileMatrix><ows:Identifier>2</ows:Identifier><ScaleDenominator>139770566.0071794</ScaleDenominator><TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>4</MatrixWidth><MatrixHeight>4</MatrixHeight></TileMatrix>
          </TileMatrixSet>
          <TileMatrixSet><ows:Identifier>degrees</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4326</ows:SupportedCRS>
            <TileMatrix><ows:Identifier>g0</ows:Identifier><ScaleDenominator>279541132.0143589</ScaleDenominator><TopLeftCorner>90.0 -180.0</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>2</MatrixWidth><MatrixHeight>1</MatrixHeight></TileMatrix>
            <TileMatrix><ows:Identifier>g1</ows:Identifier><ScaleDenominator>139770566.0071794</ScaleDenominator><TopLeftCorner>90.0 -180.0</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>4</MatrixWidth><MatrixHeight>2</MatrixHeight></TileMatrix>
          </TileMatrixSet>
        </Contents>
      </Capabilities>
      """;
}
