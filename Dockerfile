FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish Mosaic.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /app
ENV MOSAIC_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "Mosaic.Web.dll"]
